// The drawing of step 6: a browser window with the real page's address, so that a person can compare before typing a password.
import './browser-drawing.css';

export interface BrowserDrawingProps {
  /** The page's address without its query; the host is set in semibold. */
  readonly page: string;
  /** The address that will stand in the sign-in form. */
  readonly address?: string | undefined;
}

export function BrowserDrawing({ page }: BrowserDrawingProps) {
  return <div className="browser-drawing">{page}</div>;
}
