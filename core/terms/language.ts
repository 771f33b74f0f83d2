/** The two languages that Tandem speaks: Chinese first, English complete. */
export type Language = 'zh' | 'en';

/** A sentence written in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
