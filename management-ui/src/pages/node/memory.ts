import type { NodeMemory } from '@/api/queries/nodes';

export interface MemoryPart {
  readonly label: string;
  readonly explanation: string;
  readonly bytes: number;
  /** One of the colours of charts. */
  readonly color: number;
}

const known: readonly (readonly [name: keyof NodeMemory, label: string, explanation: string, color: number])[] = [
  ['queue_procs', 'Classic queues', 'messages that wait in classic queues', 1],
  ['quorum_queue_procs', 'Quorum queues', 'messages that wait in quorum queues', 3],
  ['other_proc', 'Objects', 'connections, channels, bindings, indexes: all else that the runtime manages', 4],
  ['allocated_unused', 'Reserve', 'taken from the system, free for new objects', 8],
  ['other_system', 'Outside', 'program code, stacks and buffers, which the runtime does not manage', 7],
];

/** What memory goes to, greatest first; what is nothing is left out, and names that are not known stay as they are. */
export function partsOf(memory: NodeMemory): MemoryPart[] {
  const names = new Set<string>(known.map(([name]) => name));
  const parts = known.map(([name, label, explanation, color]) => ({
    label,
    explanation,
    color,
    bytes: Number(memory[name]),
  }));
  for (const [name, bytes] of Object.entries(memory)) {
    if (!names.has(name) && typeof bytes === 'number') {
      parts.push({ label: name.replaceAll('_', ' '), explanation: '', color: 6, bytes });
    }
  }
  return parts.filter(({ bytes }) => bytes > 0).sort((one, other) => other.bytes - one.bytes);
}
