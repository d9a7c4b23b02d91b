import '../figure/large.css';
import { makeAlone } from '../figure/large';

/** Shows the lab alone and large. Escape puts it back, and so does what this returns. */
export function showLarge(lab: HTMLElement, left: () => void): () => void {
  const top = window.scrollY;
  const release = makeAlone(lab);
  lab.classList.add('figure-large');
  lab.role = 'dialog';
  lab.ariaModal = 'true';
  lab.tabIndex = -1;
  lab.addEventListener('keydown', onkeydown);
  lab.focus();

  function onkeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  }

  function leave(): void {
    lab.removeEventListener('keydown', onkeydown);
    lab.classList.remove('figure-large');
    lab.role = null;
    lab.ariaModal = null;
    lab.removeAttribute('tabindex');
    release();
    window.scrollTo({ top, behavior: 'instant' });
    left();
  }
  return leave;
}
