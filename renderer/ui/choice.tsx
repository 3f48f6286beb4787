// Choosing: one of several as radio cards, several of several as a check list. The choice is the parent's state.
import type { ReactNode } from 'react';
import './choice.css';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly icon?: ReactNode;
}

export interface RadioCardsProps<T extends string> {
  /** Said aloud as the group's name; shown unless hidden. */
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

export interface CheckListProps<T extends string> extends Omit<RadioCardsProps<T>, 'value' | 'onChange'> {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  return <fieldset>{props.label}</fieldset>;
}

export function CheckList<T extends string>(props: CheckListProps<T>) {
  return <fieldset>{props.label}</fieldset>;
}
