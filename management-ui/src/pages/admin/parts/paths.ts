import type { PolicyKind } from '@/api/queries/admin';

const segment = encodeURIComponent;

export const userPath = (name: string) => `/admin/users/${segment(name)}`;

export const vhostPath = (name: string) => `/admin/vhosts/${segment(name)}`;

export const policyPath = (kind: PolicyKind, vhost: string, name: string) =>
  `/admin/policies/${kind}/${segment(vhost)}/${segment(name)}`;

export const newPolicyPath = (kind: PolicyKind) => `/admin/policies/${kind}/new`;
