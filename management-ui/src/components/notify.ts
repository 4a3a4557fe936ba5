import { notifications } from '@mantine/notifications';
import { describeError } from '@/api/errors';

/** Says shortly that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', closeButtonProps: { 'aria-label': 'Close' } });
}

/** Says that something went wrong, until it is closed. */
export function notifyError(error: unknown): void {
  notifications.show({
    title: 'That did not work',
    message: describeError(error),
    color: 'red',
    autoClose: false,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
