/** What was done, in one word, whichever interface it came by. */
export function tellAction(action: string): string {
  switch (action.toUpperCase()) {
    case 'PUT':
      return 'set';
    case 'DELETE':
      return 'deleted';
    case 'POST':
      return 'posted';
    case 'BIND':
      return 'bound';
    case 'UNBIND':
      return 'unbound';
    default:
      return action.endsWith('e') ? `${action}d` : action;
  }
}

/** The kind of what was changed. */
export function tellKind(kind: string): string {
  return kind.replaceAll('_', ' ').replace('vhost', 'virtual host');
}
