import { Alert, Badge, Code, Group, Stack, Table, Text, ThemeIcon } from '@mantine/core';
import {
  IconArrowRight,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconCornerDownRight,
  IconDice3,
  IconFilter,
  IconStack2,
} from '@tabler/icons-react';
import { type Explanation, exchangePath, shownName } from '@/api/queries/exchanges';
import { queuePath } from '@/api/queries/queue';
import { AppLink } from '@/components/AppLink';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { formatDuration } from '@/format';
import { Arguments, RoutingKey } from '../exchange/BindingsTable';
import { ExchangeType } from '../exchanges/ExchangeFeatures';
import { MissedBindings } from './MissedBindings';

type Reached = Explanation['queues'][number];
type Visit = Explanation['exchanges'][number];
type Hop = Visit['matches'][number];

interface ResultProps {
  readonly vhost: string;
  readonly explanation: Explanation;
}

/** Which queues get the message and how; then each exchange on the way, and what did not match. */
export function RouteResult({ vhost, explanation }: ResultProps) {
  const { routed, summary, queues, exchanges, routing_keys: keys } = explanation;
  return (
    <Stack gap="md">
      <Alert
        role="status"
        variant="light"
        color={routed ? 'teal' : 'orange'}
        icon={routed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
        title={`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`}
      >
        {keys.length > 1 && `Routed by ${keys.map((key) => `“${key}”`).join(', ')}: headers CC and BCC add keys.`}
      </Alert>
      <Section title={`Queues (${queues.length})`}>
        {queues.length === 0 ? (
          <EmptyState
            title="No queue gets it"
            reason="Below stands for each exchange on the way why it goes no further."
          />
        ) : (
          <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {queues.map((queue) => (
              <ReachedQueue key={queue.name} vhost={vhost} queue={queue} />
            ))}
          </Stack>
        )}
      </Section>
      <Section title="Exchanges on the way">
        <Stack gap="lg" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {exchanges.map((visit) => (
            <VisitedExchange key={visit.name} vhost={vhost} visit={visit} routingKeys={keys} />
          ))}
        </Stack>
      </Section>
    </Stack>
  );
}

function ReachedQueue({ vhost, queue }: { readonly vhost: string; readonly queue: Reached }) {
  const policies = [
    queue.policy && `policy ${queue.policy}`,
    queue.operator_policy && `operator policy ${queue.operator_policy}`,
  ].filter(Boolean);
  return (
    <Group component="li" gap="xs" align="flex-start" wrap="nowrap">
      <ThemeIcon variant="light" color={queue.certain ? 'teal' : 'yellow'} size={30} radius="md">
        <IconStack2 size={18} aria-hidden />
      </ThemeIcon>
      <Stack gap={4} miw={0}>
        <Group gap="xs">
          <AppLink to={queuePath({ vhost, name: queue.name })} fw={600}>
            {queue.name}
          </AppLink>
          {!queue.certain && (
            <Badge color="yellow" variant="light" tt="none">
              perhaps: an exchange on the way picks one
            </Badge>
          )}
          {policies.map((policy) => (
            <Badge key={policy} variant="default" tt="none">
              {policy}
            </Badge>
          ))}
          <Arguments values={queue.effective_policy_definition} />
        </Group>
        <Path path={queue.path} />
      </Stack>
    </Group>
  );
}

function Path({ path }: { readonly path: readonly Hop[] }) {
  return (
    <Group gap={6} fz="sm">
      {path.map((hop) => (
        <Group key={`${hop.source} ${hop.destination_type} ${hop.destination}`} gap={6}>
          <Text span size="sm" c="dimmed">
            {shownName(hop.source)}
          </Text>
          <Why hop={hop} />
          <IconArrowRight size={14} aria-label="leads to" />
        </Group>
      ))}
      <Text span size="sm" c="dimmed">
        {path.at(-1)?.destination}
      </Text>
    </Group>
  );
}

function Why({ hop }: { readonly hop: Hop }) {
  if (hop.by === 'binding') {
    return (
      <Group gap={4}>
        <RoutingKey text={hop.routing_key} />
        <Arguments values={hop.arguments} />
      </Group>
    );
  }
  return (
    <Badge variant="light" color={hop.by === 'alternate exchange' ? 'orange' : 'gray'} tt="none" size="sm">
      {hop.by}
    </Badge>
  );
}

interface VisitProps {
  readonly vhost: string;
  readonly visit: Visit;
  readonly routingKeys: readonly string[];
}

function VisitedExchange({ vhost, visit, routingKeys }: VisitProps) {
  return (
    <Stack component="li" gap={6}>
      <Group gap="xs">
        <AppLink to={exchangePath({ vhost, name: visit.name })} fw={600}>
          {shownName(visit.name)}
        </AppLink>
        <ExchangeType type={visit.type} />
        {visit.delay !== undefined && (
          <Badge variant="light" color="blue" tt="none" leftSection={<IconClock size={12} aria-hidden />}>
            waits {formatDuration(visit.delay)} first
          </Badge>
        )}
        {visit.picks_one && (
          <Badge variant="light" color="yellow" tt="none" leftSection={<IconDice3 size={12} aria-hidden />}>
            picks one
          </Badge>
        )}
        {visit.deduplicates && (
          <Badge variant="light" color="grape" tt="none" leftSection={<IconFilter size={12} aria-hidden />}>
            drops what it has seen
          </Badge>
        )}
      </Group>
      <Text size="sm">{visit.outcome}.</Text>
      {visit.alternate_exchange && (
        <Group gap={6}>
          <IconCornerDownRight size={14} aria-hidden />
          <Text size="sm" c="dimmed">
            alternate exchange <Code>{visit.alternate_exchange}</Code>
            {visit.alternate_policy ? `, from the policy ${visit.alternate_policy}` : ', from its arguments'}
          </Text>
        </Group>
      )}
      {visit.matches.length > 0 && <Matches exchange={visit.name} matches={visit.matches} />}
      {visit.name !== '' && visit.bindings > 0 && (
        <MissedBindings vhost={vhost} visit={visit} routingKeys={routingKeys} />
      )}
    </Stack>
  );
}

function Matches({ exchange, matches }: { readonly exchange: string; readonly matches: readonly Hop[] }) {
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table verticalSpacing={4} aria-label={`Ways from ${shownName(exchange)} that match`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Matches</Table.Th>
            <Table.Th>By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matches.map((hop) => (
            <Table.Tr key={`${hop.destination_type} ${hop.destination} ${hop.properties_key ?? hop.by}`}>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <IconCircleCheck size={16} color="var(--series-4)" aria-hidden />
                  <Text size="sm">
                    {hop.destination_type} {hop.destination}
                  </Text>
                </Group>
              </Table.Td>
              <Table.Td>
                <Why hop={hop} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
