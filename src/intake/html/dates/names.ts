const listed = (names: string): readonly string[] => names.split(/\s+/).filter(Boolean);

/** `<meta>` names that state when a page came out, the plainest first: publishing systems', search engines', libraries', then what can mean anything. */
export const META_PUBLISHED = listed(`
  article:published_time og:published_time article:published og:article:published_time article:published_date article:publish_date
  datepublished date.published published_time publish_time publishtime pubdate publishdate publish-date publish_date pub_date pubtime
  publication_date publication-date publicationdate published-date date-published date_published dateposted originalpublicationdate
  firstpublished first_published_date firstpublicationdate og:pubdate og:release_date og:publish_date article_date_original
  rnews:datepublished sailthru.date parsely-pub-date ptime cxenseparse:recs:publishtime cxenseparse:recs:articlepublishtime bt:pubdate
  mediator_published_time weibo:article:create_at apub:time prism.publicationdate eprints.date content_create_date
  dc.date.issued dcterms.issued dc.date.published dc.date.publish dc.issued dcterms.created dc.date.created dc.date dcterms.date dc:date
  citation_publication_date citation_online_date citation_date article.published displaydate shareaholic:article_published_time
  article:post_date article:created article.created datecreated creation_date created release_date date timestamp
`);

/** `<meta>` names that state when it was last changed. */
export const META_CHANGED = listed(`
  article:modified_time og:updated_time og:modified_time datemodified dcterms.modified dc.date.modified dc.modified last-modified
  lastmod article:modified updated_time modified revised date.updated article.updated last_updated
`);
