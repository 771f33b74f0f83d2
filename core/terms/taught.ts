/** The label of words that ask for a person, where somebody judged it. */
export const asksForPerson = 'human';

/** The label of words that ask for nobody, or carry no risk, where somebody judged it. */
export const nothingMeant = 'none';
