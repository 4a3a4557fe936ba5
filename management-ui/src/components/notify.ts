import { notifications } from '@mantine/notifications';
import { describeError } from '@/api/errors';

const closeButtonProps = { 'aria-label': 'Close' } as const;

/** Says shortly that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', closeButtonProps });
}

/** Says that something went wrong, until it is closed. */
export function notifyError(error: unknown): void {
  notifications.show({
    title: 'That did not work',
    message: describeError(error),
    color: 'red',
    autoClose: false,
    closeButtonProps,
  });
}
