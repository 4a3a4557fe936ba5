/** The broker has answered that it will not, or cannot. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    /** What is wrong, in the broker's words. */
    readonly reason: string,
  ) {
    super(reason);
  }

  /** Whether nobody is logged in any more. */
  get isLoggedOut(): boolean {
    return this.status === 401 && (this.reason === '' || this.reason === 'Login failed');
  }

  static async of(response: Response): Promise<ApiError> {
    const text = await response.text();
    return new ApiError(response.status, reasonIn(text));
  }
}

/** The broker has not answered at all. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(cause: unknown) {
    super('The broker does not answer.', { cause });
  }
}

/** What to tell people about an error. */
export function describeError(error: unknown): string {
  if (error instanceof ApiError) {
    return error.reason || `The broker answered ${error.status}.`;
  }
  return error instanceof Error ? error.message : String(error);
}

function reasonIn(text: string): string {
  try {
    const { reason } = JSON.parse(text) as { reason?: unknown };
    return typeof reason === 'string' ? reason : reason === undefined ? '' : JSON.stringify(reason);
  } catch {
    return text;
  }
}
