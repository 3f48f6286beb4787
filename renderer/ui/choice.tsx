// Choosing: one of several as radio cards, several of several as a check list. The choice is the parent's state.
import type { ReactNode } from 'react';
import { useId } from 'react';
import './choice.css';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly icon?: ReactNode;
}

interface ChoiceProps<T extends string> {
  /** Said aloud as the group's name; shown unless hidden. */
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly options: readonly ChoiceOption<T>[];
  /** Side by side where there is room. */
  readonly columns?: boolean | undefined;
  /** Rows without boxes, for many short options. */
  readonly plain?: boolean | undefined;
}

export interface RadioCardsProps<T extends string> extends ChoiceProps<T> {
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

export interface CheckListProps<T extends string> extends ChoiceProps<T> {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

interface CardProps<T extends string> {
  readonly option: ChoiceOption<T>;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Card<T extends string>({ option, type, name, chosen, onChoose }: CardProps<T>) {
  const id = useId();
  return (
    <div className={chosen ? 'choice choice-chosen' : 'choice'}>
      <input
        id={id}
        className="choice-input"
        type={type}
        name={name}
        value={option.value}
        checked={chosen}
        onChange={onChoose}
        aria-labelledby={`${id}-title`}
        aria-describedby={option.text === undefined ? undefined : `${id}-text`}
      />
      <label className="choice-words" htmlFor={id}>
        <span className="choice-title" id={`${id}-title`}>
          {option.title}
        </span>
        {option.text === undefined ? null : (
          <span className="choice-text" id={`${id}-text`}>
            {option.text}
          </span>
        )}
      </label>
      {option.icon === undefined ? null : (
        <span className="choice-icon" aria-hidden="true">
          {option.icon}
        </span>
      )}
    </div>
  );
}

function Group({
  label,
  labelHidden,
  columns,
  plain,
  children,
}: Omit<ChoiceProps<string>, 'options'> & { children: ReactNode }) {
  return (
    <fieldset className={plain ? 'choices choices-plain' : 'choices'}>
      <legend className={labelHidden ? 'unseen' : 'choices-label'}>{label}</legend>
      <div className={columns ? 'choices-cards choices-columns' : 'choices-cards'}>{children}</div>
    </fieldset>
  );
}

/** One of several. */
export function RadioCards<T extends string>({ options, value, onChange, ...group }: RadioCardsProps<T>) {
  const name = useId();
  return (
    <Group {...group}>
      {options.map((option) => (
        <Card
          key={option.value}
          option={option}
          type="radio"
          name={name}
          chosen={option.value === value}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </Group>
  );
}

/** Any number of several; the values keep the order of the options. */
export function CheckList<T extends string>({ options, values, onChange, ...group }: CheckListProps<T>) {
  const name = useId();
  const toggle = (value: T): void => {
    const wanted = new Set(values);
    if (!wanted.delete(value)) wanted.add(value);
    onChange(options.map((option) => option.value).filter((each) => wanted.has(each)));
  };
  return (
    <Group {...group}>
      {options.map((option) => (
        <Card
          key={option.value}
          option={option}
          type="checkbox"
          name={name}
          chosen={values.includes(option.value)}
          onChoose={() => toggle(option.value)}
        />
      ))}
    </Group>
  );
}
