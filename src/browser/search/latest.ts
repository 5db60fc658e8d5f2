/**
 * Waits until questions stop coming, then asks; an answer to an older question is dropped.
 *
 * @param wait milliseconds of rest before a question is asked
 */
export function latest<Question, Answer>(
  wait: number,
  ask: (question: Question) => Promise<Answer>,
  show: (answer: Answer, question: Question) => void,
  fail: (error: unknown) => void,
): (question: Question, now?: boolean) => void {
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (question, now = false) => {
    const own = ++newest;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        ask(question).then(
          (answer) => own === newest && show(answer, question),
          (error: unknown) => own === newest && fail(error),
        );
      },
      now ? 0 : wait,
    );
  };
}
