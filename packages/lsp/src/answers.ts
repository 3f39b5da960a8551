import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { Position, TextDocumentIdentifier } from "vscode-languageserver-types";
import type { View } from "./view.ts";
import type { Workspace } from "./workspace.ts";

/** What a request is about. */
interface AboutText {
  readonly textDocument: TextDocumentIdentifier;
}

/** How requests are answered by features, which know nothing of the connection. */
export interface Answers {
  /** Answers about an open document with what a feature says of its view, and with `none` about any other text. */
  readonly about: <P extends AboutText, R, N>(
    none: N,
    feature: (view: View, params: P) => R | Promise<R>,
  ) => Answer<P, R | N>;
  /** The same for a place in it. */
  readonly at: <P extends AboutText & { readonly position: Position }, R, N>(
    none: N,
    feature: (view: View, offset: number, params: P) => R,
  ) => Answer<P, R | N>;
  /** Answers with an error where a feature fails, and says on the client's log where: the server goes on. */
  readonly guarded: <P, R>(answer: Answer<P, R>) => Answer<P, R>;
}

type Answer<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** Makes the answers; a `refusal` is all that anybody is answered while there is one. */
export function createAnswers(
  workspace: Workspace,
  refusal: () => ResponseError | undefined,
  onFailure: (error: unknown) => void,
): Answers {
  return { about, at: (none, feature) => about(none, atOffset(feature)), guarded };

  function about<P extends AboutText, R, N>(
    none: N,
    feature: (view: View, params: P) => R | Promise<R>,
  ): Answer<P, R | N> {
    return guarded(async (params: P, token: CancellationToken) => {
      const view = await workspace.viewOf(params.textDocument.uri);
      // What was cancelled need not be worked out.
      if (token.isCancellationRequested) throw cancelled();
      return view ? feature(view, params) : none;
    });
  }

  function guarded<P, R>(answer: Answer<P, R>): Answer<P, R> {
    return async (params, token) => {
      const refused = refusal();
      if (refused) throw refused;
      try {
        return await answer(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        onFailure(error);
        throw new ResponseError(ErrorCodes.InternalError, "restream-lint failed at this request");
      }
    };
  }
}

function atOffset<P extends { readonly position: Position }, R>(
  feature: (view: View, offset: number, params: P) => R,
): (view: View, params: P) => R {
  return (view, params) => feature(view, view.converter.offsetAt(params.position), params);
}

/** Says that nobody waits for an answer any more. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
