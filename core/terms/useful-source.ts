/**
 * What became of an article beside a customer's question. An agent sent it as it stood or after edits; the assistant answered with it and the customer was pleased, or asked
 * again, was handed over, or rated it low.
 */
export type UsefulSource = 'article-sent' | 'article-edited' | 'answer-helped' | 'answer-failed';
