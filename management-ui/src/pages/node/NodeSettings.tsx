import type { Answer } from '@/api/client';
import type { BrokerNode } from '@/api/queries/nodes';
import { Section } from '@/components/Section';
import { formatBytes, formatCount, formatDuration, formatMoment, NONE } from '@/format';
import { Facts } from '../clients/Facts';

interface NodeSettingsProps {
  readonly node: BrokerNode;
  readonly overview: Answer<'/api/overview'>;
}

/** What runs there, and how it is set up. */
export function NodeSettings({ node, overview }: NodeSettingsProps) {
  return (
    <>
      <Section title="Versions">
        <Facts
          facts={[
            ['Product', `${overview.product_name} ${overview.product_version}`],
            ['Speaks as RabbitMQ', overview.rabbitmq_version],
            ['Runtime', overview.erlang_full_version],
            ['Cluster', overview.cluster_name],
            ['Up', `${formatDuration(node.uptime)}, since ${formatMoment(Date.now() - node.uptime)}`],
            ['Process', node.os_pid],
            ['Cores', formatCount(node.processors)],
            ['Threads', `${formatCount(node.proc_used)} of ${formatCount(node.proc_total)}`],
            ['Work waiting for a thread', formatCount(node.run_queue)],
          ]}
        />
      </Section>
      <Section title="Configuration">
        <Facts
          facts={[
            ['Data directory', node.db_dir || 'none: nothing survives a restart'],
            ['Configuration files', node.config_files.join(', ') || 'none'],
            ['Log', node.log_files.join(', ')],
            ['Logins', node.auth_mechanisms.map(({ name }) => name).join(', ')],
            ['Exchange types', node.exchange_types.map(({ name }) => name).join(', ')],
            ['Memory limit', node.mem_limit > 0 ? formatBytes(node.mem_limit) : 'none'],
            ['Disk limit', node.disk_free_limit > 0 ? formatBytes(node.disk_free_limit) : 'none'],
            ['Plugins', node.enabled_plugins.join(', ') || NONE],
          ]}
        />
      </Section>
    </>
  );
}
