import { Badge, Group, Stack, Text } from '@mantine/core';
import { Section } from '@/components/Section';
import { Facts } from '../clients/Facts';
import { capabilitiesOf, writeValue } from '../clients/names';

/** What the client said of itself when it connected. */
export function ClientProperties({ properties }: { readonly properties: Readonly<Record<string, unknown>> }) {
  const capabilities = capabilitiesOf(properties);
  const others = Object.entries(properties).filter(([name]) => name !== 'capabilities');
  return (
    <Section title="Client properties">
      {others.length === 0 && capabilities.length === 0 ? (
        <Text size="sm" c="dimmed">
          The client said nothing of itself.
        </Text>
      ) : (
        <Stack gap="md">
          <Facts cols={3} facts={others.map(([name, value]) => [name.replaceAll('_', ' '), writeValue(value)])} />
          {capabilities.length > 0 && (
            <div>
              <Text size="xs" c="dimmed" fw={500} mb={4}>
                It can
              </Text>
              <Group gap={6}>
                {capabilities.map((name) => (
                  <Badge key={name} variant="default" size="sm" tt="none" fw={500}>
                    {name}
                  </Badge>
                ))}
              </Group>
            </div>
          )}
        </Stack>
      )}
    </Section>
  );
}
