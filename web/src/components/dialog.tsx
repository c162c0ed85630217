import { ConfigProvider, Modal } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent as KeyPress, type ReactNode } from 'react';
import { firstField, focusNearest, placesAround } from './focus.ts';
import { frameOf, useListsInPlace } from './lists-in-dialog.ts';

interface DialogProps {
  readonly title: string;
  readonly width?: number;
  /** The primary action first, what destroys last. */
  readonly footer: ReactNode;
  /** Undefined: it is closed by its button only. */
  readonly onClose?: (() => void) | undefined;
  /** By Ctrl and Enter, from every field; Enter alone sends from fields of one line. */
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
}

/** A window over the page. It opens with the focus in its first field and gives it back to what opened it. */
export function Dialog({ title, width = 520, footer, onClose, onSubmit, children }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  useFocusGivenBack();
  useListsInPlace(body);
  useEscape(onClose);
  const begin = (): void => {
    // Whoever was quicker than the window is in a field already.
    if (!body.current || body.current.contains(document.activeElement)) return;
    (firstField(body.current) ?? body.current).focus();
  };
  const send = (event: KeyPress): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Modal
      open
      title={title}
      width={width}
      closable={onClose !== undefined}
      keyboard={false}
      // A click beside it is no decision.
      mask={{ closable: false }}
      {...(onClose && { onCancel: onClose })}
      afterOpenChange={(open) => open && begin()}
      footer={<div className="dialog-actions">{footer}</div>}
    >
      <ConfigProvider getPopupContainer={frameOf}>
        <div ref={body} tabIndex={-1} className="dialog-body" onKeyDown={send}>
          {children}
        </div>
      </ConfigProvider>
    </Modal>
  );
}

function useFocusGivenBack(): void {
  // While it is rendered for the first time the focus is still where it was opened.
  const [places] = useState(() => (document.activeElement ? placesAround(document.activeElement) : []));
  useEffect(
    () => () => {
      // When the window is gone, and with it what had the focus in it.
      setTimeout(() => focusNearest(places));
    },
    [places],
  );
}

const OPEN_LIST = [
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden)',
  '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
].join(', ');

/** Esc closes the list or the calendar that is open, and otherwise the window: antd's own is deaf once a list was opened in it. */
function useEscape(onClose: (() => void) | undefined): void {
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      // Also an input method is left by it.
      if (event.key !== 'Escape' || event.isComposing || document.querySelector(OPEN_LIST)) return;
      onClose?.();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
}
