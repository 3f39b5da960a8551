export { type Api, type ApiOptions, createApi } from "./api.ts";
export { ApiError, type ApiErrorKind, type FieldFault, isApiError } from "./api-error.ts";
export { DEFAULT_BASE_URI, parseBaseUri, type Setting } from "./base-uri.ts";
export type { Creation } from "./creation.ts";
export type { KnownRestream } from "./newcomers.ts";
export type { RemoteRestream, RemoteStream, RestreamBody } from "./remote.ts";
export type { Surroundings } from "./surroundings.ts";
export { parseToken } from "./token.ts";
