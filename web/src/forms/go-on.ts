/** Enter goes from field to field, as on the machines of the counter. */

/** A line that is typed: where Enter chooses or ticks, it stays what it is. */
export const isLine = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && !['radio', 'search'].includes(target.type) && target.role !== 'combobox';

/** False: it was the last one, or the first. */
export function goOn(form: HTMLFormElement, from: HTMLInputElement, by: 1 | -1): boolean {
  const fields = [...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')].filter((field) =>
    field.checkVisibility(),
  );
  const next = fields[fields.indexOf(from) + by];
  next?.focus();
  return next !== undefined;
}
