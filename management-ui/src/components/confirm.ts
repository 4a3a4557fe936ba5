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
  /** Asks for a text that `run` gets, such as a reason; it may stay empty. */
  readonly answer?: { readonly label: string; readonly description?: string; readonly maxLength?: number };
  /** Does it; what it throws is shown, and the dialog stays. */
  readonly run: (answer: string) => Promise<unknown>;
}

export const ConfirmContext = createContext<(confirmation: Confirmation) => void>(() => undefined);

/** Asks before something is destroyed, and names what is lost. */
export function useConfirm(): (confirmation: Confirmation) => void {
  return useContext(ConfirmContext);
}
