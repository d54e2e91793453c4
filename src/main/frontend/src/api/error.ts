/** Every failure of a call, in one shape. `status` 0 means that no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, string> = {},
    readonly requestId?: string,
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The server is away or its database is: the same call may work in a moment. */
  get unavailable(): boolean {
    return this.status === 0 || this.status === 503;
  }
}

function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join(' ');
  if (value !== null && typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

export function errorFromBody(status: number, body: unknown, headers: Headers): ApiError {
  const object = (body !== null && typeof body === 'object' ? body : {}) as Record<string, unknown>;
  const details: Record<string, string> = {};
  if (object.details !== null && typeof object.details === 'object') {
    for (const [key, value] of Object.entries(object.details)) details[key] = text(value);
  }
  const retryAfter = Number(headers.get('Retry-After'));
  return new ApiError(
    status,
    typeof object.code === 'string' ? object.code : `HTTP_${status}`,
    typeof object.error === 'string' ? object.error : '',
    details,
    typeof object.request_id === 'string' ? object.request_id : (headers.get('X-Request-Id') ?? undefined),
    retryAfter > 0 ? retryAfter : undefined,
  );
}
