// What is about to be checked, as questions with hollow marks: the answers stand in their place on the page that follows.
import { Mark } from '../ui/mark.tsx';
import './fact-list.css';

export interface Question {
  readonly id: string;
  readonly words: string;
}

export function QuestionList({
  label,
  questions,
}: {
  readonly label: string;
  readonly questions: readonly Question[];
}) {
  return (
    <ul className="fact-list" aria-label={label}>
      {questions.map((question) => (
        <li key={question.id}>
          <Mark state="waiting" size={21} />
          <p className="fact-text">{question.words}</p>
        </li>
      ))}
    </ul>
  );
}
