/** Which of the shapes an error is answered in: Gcore's products do not agree on one. */
export type ErrorShape = (typeof ERROR_SHAPES)[number];

/** Every shape, by who answers so: all of Gcore, Rails, the rest of Streaming (two), its statistics. */
export const ERROR_SHAPES = ["platform", "fields", "error", "status", "list"] as const;

/** The error of a status in a shape. */
export function errorBody(shape: ErrorShape, status: number, requestId: string): unknown {
  const { exceptionClass, message } = errorOf(status);
  switch (shape) {
    case "platform":
      return { exception_class: exceptionClass, message, request_id: requestId };
    case "fields":
      return { errors: { base: [message] } };
    case "error":
      return { error: message };
    case "status":
      return { status, error: message };
    case "list":
      return { data: [], errors: [message] };
  }
}

/** The 401 of a refused token, in the shape of all of Gcore. */
export function unauthorised(message: string, requestId: string): unknown {
  const isMissing = message.startsWith("Authentication");
  const exceptionClass = isMissing ? "not_authenticated" : "token_not_valid";
  return { exception_class: exceptionClass, message, request_id: requestId };
}

function errorOf(status: number): { exceptionClass: string; message: string } {
  const [exceptionClass, message] = ERRORS[status] ?? ["HTTPError", `HTTP ${status}`];
  return { exceptionClass, message };
}

const ERRORS: Readonly<Record<number, readonly [exceptionClass: string, message: string]>> = {
  400: ["ValidationError", "The request body is not valid"],
  403: ["ForbiddenError", "You do not have permission to perform this action"],
  404: ["NotFoundError", "Not found"],
  408: ["HTTPError", "Request timeout"],
  409: ["ConflictError", "The resource is being changed"],
  429: ["HTTPError", "Too many requests"],
  500: ["InternalServerError", "Internal server error"],
  502: ["HTTPError", "Bad gateway"],
  503: ["HTTPError", "Service unavailable"],
};

/** What a load balancer answers while nothing is behind it. */
export const HTML =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
