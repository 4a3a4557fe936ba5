import type { BodyOf } from '@/api/client';
import type { User } from '@/api/queries/admin';

/** The tags that mean something to the broker, the mightiest first. */
export const knownTags = [
  { tag: 'administrator', meaning: 'may do and see everything in these pages' },
  { tag: 'monitoring', meaning: 'sees everything that goes on' },
  { tag: 'policymaker', meaning: 'sets policies and parameters where it has access' },
  { tag: 'management', meaning: 'sees its own virtual hosts and connections' },
  { tag: 'impersonator', meaning: 'may publish in the name of others' },
] as const;

export type PasswordChoice = 'keep' | 'password' | 'hash' | 'none';

export interface UserDraft {
  readonly name: string;
  readonly choice: PasswordChoice;
  readonly password: string;
  readonly repeated: string;
  readonly hash: string;
  readonly algorithm: string;
  readonly tags: readonly string[];
}

export const algorithms = [
  { value: 'rabbit_password_hashing_sha256', label: 'SHA-256, salted' },
  { value: 'rabbit_password_hashing_sha512', label: 'SHA-512, salted' },
  { value: 'pbkdf2_sha256', label: 'PBKDF2 with SHA-256: as this broker does' },
  { value: 'rabbit_password_hashing_md5', label: 'MD5, salted: of old, not for new users' },
] as const;

export function draftOf(user: User | undefined): UserDraft {
  return {
    name: user?.name ?? '',
    choice: user === undefined ? 'password' : 'keep',
    password: '',
    repeated: '',
    hash: '',
    algorithm: user?.hashing_algorithm ?? algorithms[0].value,
    tags: user?.tags ?? [],
  };
}

export type UserMistakes = Partial<Record<'name' | 'password' | 'repeated' | 'hash', string>>;

/** What is missing or wrong in a draft. */
export function mistakesIn({ name, choice, password, repeated, hash }: UserDraft): UserMistakes {
  const mistakes: UserMistakes = {};
  if (name === '') {
    mistakes.name = 'A name is needed.';
  }
  if (choice === 'password') {
    if (password === '') {
      mistakes.password = 'A password is needed.';
    }
    if (repeated !== password) {
      mistakes.repeated = 'The two are not the same.';
    }
  }
  if (choice === 'hash' && !/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(hash)) {
    mistakes.hash = 'Salt and hash are needed, in base64.';
  }
  return mistakes;
}

/** What to send. The broker takes a body without a password for one of a user that has none: to keep it, its hash is sent back. */
export function bodyOf(draft: UserDraft, before: User | undefined): BodyOf<'/api/users/{user}', 'put'> {
  const tags = draft.tags.join(',');
  switch (draft.choice) {
    case 'keep':
      return {
        tags,
        password_hash: before?.password_hash ?? '',
        hashing_algorithm: before?.hashing_algorithm ?? algorithms[0].value,
      };
    case 'password':
      return { tags, password: draft.password };
    case 'hash':
      return { tags, password_hash: draft.hash, hashing_algorithm: draft.algorithm };
    default:
      return { tags, password_hash: '' };
  }
}
