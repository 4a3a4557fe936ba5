import type { QueueDetail } from '@/api/queries/queue';
import type { Setting } from './settings';

export interface Finding {
  readonly id: string;
  /** `problem`: it does not work; `warning`: it will not for long, or something is lost; `note`: worth knowing; `good`: nothing is wrong. */
  readonly kind: 'problem' | 'warning' | 'note' | 'good';
  readonly title: string;
  readonly detail: string;
  /** Where to see more. */
  readonly link?: { readonly to: string; readonly label: string };
}

export interface Observed {
  readonly queue: QueueDetail;
  readonly settings: readonly Setting[];
  readonly alarms: readonly string[];
  /** The exchanges of its virtual host; undefined while they are not known. */
  readonly exchanges: readonly string[] | undefined;
  /** How many bindings lead here, that of the default exchange aside. */
  readonly bindings: number | undefined;
}
