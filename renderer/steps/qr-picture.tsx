// The QR code that main made, drawn anew from its path: nothing of the given markup enters the page.
import { useMemo } from 'react';

function readQr(svg: string): { readonly viewBox: string; readonly path: string } | undefined {
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const viewBox = read.documentElement.getAttribute('viewBox');
  const path = [...read.querySelectorAll('path')].map((each) => each.getAttribute('d') ?? '').join('');
  return viewBox === null || path === '' ? undefined : { viewBox, path };
}

export function QrPicture({ svg, label }: { readonly svg: string; readonly label: string }) {
  const qr = useMemo(() => readQr(svg), [svg]);
  if (qr === undefined) return null;
  // Black on white in every theme: a camera reads it, not a person.
  return (
    <svg className="qr" viewBox={qr.viewBox} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#ffffff" />
      <path d={qr.path} fill="#000000" />
    </svg>
  );
}
