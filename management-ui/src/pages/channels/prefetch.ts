interface Prefetch {
  readonly prefetch_count: number;
  readonly global_prefetch_count: number;
}

/** What a channel lets out unacked: `20 each`, `100 in all`, `no limit`. */
export function tellPrefetch({ prefetch_count: each, global_prefetch_count: all }: Prefetch): string {
  const limits = [
    each > 0 ? `${each.toLocaleString('en')} each` : '',
    all > 0 ? `${all.toLocaleString('en')} in all` : '',
  ];
  return limits.filter(Boolean).join(', ') || 'no limit';
}
