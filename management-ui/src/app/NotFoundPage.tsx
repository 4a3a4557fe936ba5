import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '@/components/Page';

export function NotFoundPage() {
  return (
    <Page title="No such page">
      <Text>
        Nothing is to be found under this address.{' '}
        <Anchor component={Link} to="/">
          Go to the overview
        </Anchor>
      </Text>
    </Page>
  );
}
