// Runs inside the page, so it knows nothing but the page: names every element a person could not see or reach whole.

/** One line each: what is wrong, and with which words. Empty when all is well. `part`: what lies on top, else the whole page. */
export function findCutOff(part: Element): string[] {
  const tolerance = 1;
  const found: string[] = [];
  const called = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/gu, ' ');
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${words.slice(0, 50)}`;
  };
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || element.closest('.unseen, [aria-hidden="true"], [hidden], [inert]')) return false;
    const style = getComputedStyle(element);
    return style.visibility === 'visible' && style.clipPath === 'none' && style.opacity !== '0';
  };
  const view = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };

  if (document.documentElement.scrollWidth > view.width + tolerance) found.push('the window scrolls sideways');
  const sheet = document.querySelector('main');
  const scrollsInside = sheet !== null && getComputedStyle(sheet).overflowY !== 'visible';
  if (scrollsInside && document.documentElement.scrollHeight > view.height + tolerance) {
    found.push('the window scrolls beside its page');
  }
  const told =
    'h1, h2, h3, p, li, dt, dd, legend, label, button, input, select, textarea, a[href], summary, code, strong';
  for (const element of part.querySelectorAll(told)) {
    if (!isSeen(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -tolerance || right > view.width + tolerance) found.push(`outside the window: ${called(element)}`);
    const { overflowX } = getComputedStyle(element);
    const isField = /^(INPUT|SELECT|TEXTAREA)$/u.test(element.tagName);
    if (!isField && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + tolerance) {
      found.push(`cut off: ${called(element)}`);
    }
    for (
      let around = element.parentElement;
      around !== null && around !== document.body;
      around = around.parentElement
    ) {
      const style = getComputedStyle(around);
      if (style.overflowX === 'visible' || style.position === 'fixed') continue;
      const edge = around.getBoundingClientRect();
      if (left < edge.left - tolerance || right > edge.right + tolerance) {
        found.push(`cut off by ${around.className}: ${called(element)}`);
      }
      break;
    }
  }

  const pressed = 'button, input, select, textarea, a[href], summary, [tabindex="0"]';
  const focusedBefore = document.activeElement;
  for (const element of part.querySelectorAll<HTMLElement>(pressed)) {
    if (!isSeen(element) || element.closest('[data-tabster-dummy]') || element.tabIndex < 0) continue;
    // As the keyboard does: the focus brings it into view.
    element.focus();
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // The middle of what is in the window: something taller than the window is reached as well.
    const x = (Math.max(left, 0) + Math.min(right, view.width)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, view.height)) / 2;
    const hit = document.elementFromPoint(x, y);
    const isHit = hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label') !== null);
    if (!isHit) found.push(`cannot be reached: ${called(element)}, under ${hit === null ? 'nothing' : called(hit)}`);
  }
  if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
  return found;
}
