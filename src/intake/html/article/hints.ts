/** Words of class names and ids, as pages use them, for parts that are not the article. Matched as whole words between `-`, `_` and spaces. */
const words = (list: string): RegExp => new RegExp(`(?:^|[\\s_:-])(?:${list.trim().split(/\s+/).join('|')})(?=$|[\\s_:-])`, 'i');

/** Parts that are never the article, whatever they hold. */
const NEVER = words(`
  comments? commentlist comment-?list comment-?body disqus\\w* respond replies livefyre fb-comments
  nav navbar navigation menu menus submenu breadcrumbs? footer masthead site-?header sitenav
  cookies? cookie-?\\w+ consent gdpr onetrust\\w*
  outbrain\\w* taboola\\w* zergnet\\w* revcontent\\w* ob-widget sharethis addthis\\w* sharedaddy jp-relatedposts
  newsletters? newsletter-?\\w+ paywall paywall-?\\w+ subscribe subscription subscriptions
  screen-reader-text sr-only visually-?hidden visuallyhidden`);

/** Parts that are as a rule not the article, but give their names to whole pages now and then. */
const SELDOM = words(`
  related related-?\\w+ recirc\\w* recommend\\w* promo promos promo\\w+ teasers? teaser-?\\w+ sign-?up signup-?\\w+
  share shares sharing share-?\\w+ social socials social-?\\w+ follow follow-?us
  ad ads advert adverts advertisement advertising ad-?(?:slot|container|wrapper|unit|label|block|box) sponsor\\w* dfp google-?ad\\w*
  captions? caption-?\\w+ figcaption wp-caption\\w* credits? credit-?\\w+ photo-?credit image-?credit image-?caption media-?caption copyright
  gallery galleries slideshow slideshows slider carousel lightbox
  by-?lines? byline-?\\w+ authors? author-?\\w+ bio contributors? writers?
  timestamps? date-?line dates? date-?\\w+ pub-?date posted-?on published-?\\w+ publish-?\\w+ post-?meta entry-?meta article-?meta meta meta-?\\w+ kicker eyebrow
  tags tag-?list tagcloud topics keywords categories post-?categories
  pop-?up popup\\w* modal overlay banner widgets? widget-?\\w+ toolbar tool-?bar pagination pager paginate
  trending popular most-?\\w+ more-?(?:on|from|stories|news|articles|links|like)\\w* read-?(?:more|next|also)\\w* see-?also also-?on also-?read you-?may\\w*
  up-?next next-?\\w+ prev-?\\w+ previous rating ratings poll polls quiz print-?\\w+ feedback rail right-?rail sidebar side-?bar secondary complementary
  video-?(?:caption|title|description|player|playlist)\\w* playlist ticker quote-?box stock-?\\w+ inline-?(?:related|links?|promo)\\w*
  trackbacks? pingback\\w* disclaimer disclosure hidden jump-?link skip-?link toc table-of-contents`);

/** Parts that pages name as the article's own words. */
const BODY = words(`
  article-?body article-?content article-?text article_?_?body articlebody story-?body story-?text story-?content entry-?content post-?content
  post-?body body-?copy body-?text content-?body news-?body news-?content rich-?text main-?content post-?entry`);

const ROLES = /^(?:navigation|banner|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist)$/i;
const TAGS = new Set(['NAV', 'FOOTER', 'ASIDE', 'FIGCAPTION', 'FIGURE', 'FORM', 'DIALOG', 'MENU', 'LABEL']);

export type Hint = 'never' | 'seldom' | 'body' | null;

/** What an element's own name, class, id and role say of it. */
export function hintOf(tag: string, labels: string, role: string | null, itemprop: string | null): Hint {
  if (itemprop && /\barticleBody\b/i.test(itemprop)) return 'body';
  if (role && ROLES.test(role)) return 'never';
  if (tag === 'NAV') return 'never';
  if (TAGS.has(tag)) return 'seldom';
  if (!labels) return null;
  const apart = labels.replace(/([a-z])([A-Z])/g, '$1-$2');
  if (NEVER.test(apart)) return 'never';
  if (SELDOM.test(apart)) return 'seldom';
  return BODY.test(apart) ? 'body' : null;
}
