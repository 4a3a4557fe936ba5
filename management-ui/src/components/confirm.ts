import { createContext, type ReactNode, useContext } from 'react';

export interface Confirmation {
  /** The question: `Delete queue “orders”?` */
  readonly title: string;
  /** What is lost, each thing by itself: `1,204 ready messages`, `2 bindings`. */
  readonly losses: readonly ReactNode[];
  /** What the button says: the deed itself, never “OK”. */
  readonly action: string;
  /** When given, this must be typed before the button works. */
  readonly typed?: string;
  /** Does it; what it throws is shown, and the dialog stays. */
  readonly run: () => Promise<unknown>;
}

export const ConfirmContext = createContext<(confirmation: Confirmation) => void>(() => undefined);

/** Asks before something is destroyed, and names what is lost. */
export function useConfirm(): (confirmation: Confirmation) => void {
  return useContext(ConfirmContext);
}
