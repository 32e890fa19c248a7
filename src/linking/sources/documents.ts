/** Nouns of what can be looked at and read: it vouches, whoever shows it. */
export const DOCUMENT_NOUN =
  '(?:pictures?|images?|imagery|photographs?|photos?|footage|videos?|recordings?|minutes|records?|documents?|papers|logbook|log|memo|e-mails?|audit|manifest|figures|data)';
