import { Button, Group } from '@mantine/core';
import { useRouteError } from 'react-router';
import { describeError } from '@/api/errors';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';

/** Shown in place of a page that could not be loaded or drawn: after an update of the broker, the old files are gone. */
export function PageError() {
  return (
    <Page title="This page could not be shown">
      <ErrorState message={describeError(useRouteError())} />
      <Group>
        <Button onClick={() => window.location.reload()}>Load it again</Button>
      </Group>
    </Page>
  );
}
