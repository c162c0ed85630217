import { useEffect, useState, type DragEvent, type RefObject } from 'react';

interface Drop {
  /** A file is held over it. */
  readonly isOver: boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

const hasFiles = ({ dataTransfer }: Pick<globalThis.DragEvent, 'dataTransfer'>): boolean =>
  dataTransfer?.types.includes('Files') === true;

/** A file that is dropped is chosen in the field, as if it had been looked for. `onMany`: of several only the first is. */
export function useDrop(field: RefObject<HTMLInputElement | null>, onMany: (isMany: boolean) => void): Drop {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // Dropped beside it the browser would leave the page for the file.
    const stay = (event: globalThis.DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    document.addEventListener('dragover', stay);
    document.addEventListener('drop', stay);
    return () => {
      document.removeEventListener('dragover', stay);
      document.removeEventListener('drop', stay);
    };
  }, []);
  return {
    isOver,
    onDragOver: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
    },
    onDrop: (event) => {
      setIsOver(false);
      const [first, ...others] = event.dataTransfer.files;
      if (!first || !field.current) return;
      event.preventDefault();
      onMany(others.length > 0);
      choose(field.current, first);
    },
  };
}

export function choose(field: HTMLInputElement, file: File): void {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  field.files = chosen.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
