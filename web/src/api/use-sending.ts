import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useRef } from 'react';

interface Sending<Data, Variables> {
  readonly mutate: (variables: Variables) => void;
  readonly reset: () => void;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly isSuccess: boolean;
  readonly error: Error | null;
  readonly data: Data | undefined;
  readonly variables: Variables | undefined;
}

/** A mutation that is asked once at a time: of a double click, or of Enter held down, the second is no second wish. */
export function useSending<Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): Sending<Data, Variables> {
  const underWay = useRef(false);
  const { mutate, ...mutation } = useMutation({
    ...options,
    onSettled: (...settled) => {
      underWay.current = false;
      return options.onSettled?.(...settled);
    },
  });
  return {
    ...mutation,
    mutate: (variables) => {
      if (underWay.current) return;
      underWay.current = true;
      mutate(variables);
    },
  };
}
