/**
 * Pages in our own words, each in the structure of a kind of site. `OPEN_…` is text that must not be lost, `SPOIL_…`
 * text that also tells, `FURN_…` what is no part of the article. `~` stands for a sentence or two.
 */
export interface SitePage {
  readonly name: string;
  readonly html: string;
  /** Words that open before the last episode, and after which: an index into the list of episodes, from 1. */
  readonly opens?: Readonly<Record<string, number>>;
  /** The gate of the whole, as an index: all words that `opens` does not name wait for it or longer. */
  readonly whole?: number;
}

const TEXT =
  'This sentence is long enough, with a comma or two, and says nothing much about the weather at the harbor. It goes on for a while, as sentences do.';

function page(head: string, body: string, attributes = ''): string {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body ${attributes}>${body}</body></html>`;
  return html.replaceAll('~', TEXT);
}

export const SITE_PAGES: readonly SitePage[] = [
  {
    name: 'a magazine with hashed class names',
    html: page(
      '<title>Harbor Lights Season 1, Episode 3 Recap: Class Act | The Weekly</title><meta property="og:site_name" content="The Weekly">',
      '<div class="css-1a2b3c"><div class="css-9zz"><a href="/">FURN_logo</a></div></div><div class="css-main"><div class="css-77"><h1>Harbor Lights Season 1, Episode 3 Recap: Class Act</h1><p class="css-dek">OPEN_dek in a few words</p></div><div class="css-88"><p>SPOIL_a ~</p><p>SPOIL_b ~</p><p>SPOIL_short, he said.</p></div></div><footer>FURN_foot</footer>',
    ),
    whole: 3,
  },
  {
    name: 'a newsletter platform',
    html: page(
      '<title>S2E3 - by Jo Vale - The Pier</title><meta property="og:title" content="Everyone drowns in S2E3">',
      '<div id="main"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">Everyone drowns in S2E3</h1></div><div class="available-content"><div class="body markup"><p>OPEN_a ~</p><div class="subscription-widget-wrap"><form>FURN_subscribe</form></div><h3 class="header-anchor-post">The storm</h3><p>SPOIL_b ~</p><blockquote><p>SPOIL_quote ~</p></blockquote></div></div></article></div></div>',
    ),
    whole: 7,
  },
  {
    name: 'a forum with spoiler buttons',
    html: page(
      '<title>Episode discussion | Harbor board</title>',
      '<div class="p-body"><div class="message-body"><article class="message-content"><div class="bbWrapper">OPEN_a ~<br><br><div class="bbCodeSpoiler"><button class="button bbCodeSpoiler-button">Spoiler: FURN_btn</button><div class="bbCodeSpoiler-content"><div class="bbCodeBlock bbCodeBlock--spoiler"><div class="bbCodeBlock-content">SPOIL_block ~</div></div></div></div>and <span class="bbCodeInlineSpoiler">SPOIL_inline</span> too</div></article></div></div><div class="p-footer">FURN_foot</div>',
    ),
  },
  {
    name: 'an older forum with input buttons',
    html: page(
      '<title>View topic - harbor</title>',
      '<div id="wrap"><div id="page-body"><div class="post"><div class="postbody"><h3>Re: theories</h3><div class="content">OPEN_a ~<div style="margin:20px"><div class="quotetitle"><b>Spoiler:</b> <input type="button" value="Show" onclick="toggle(this)"></div><div class="quotecontent"><div style="display: none;">SPOIL_hid ~</div></div></div>OPEN_tail ~</div></div></div></div></div>',
    ),
  },
  {
    name: 'a link aggregator of custom elements',
    html: page(
      '<title>[Spoilers] 1x02 thread : r/harbor</title>',
      '<shreddit-app><main><shreddit-post post-title="x"><h1 slot="title">[Spoilers] 1x02 thread</h1><div slot="text-body"><div class="md"><p>OPEN_a ~</p><p>It was <shreddit-spoiler>SPOIL_el</shreddit-spoiler>.</p><p>And <span class="md-spoiler-text">SPOIL_span</span>.</p></div></div></shreddit-post></main><shreddit-comments-page-ad>FURN_ad</shreddit-comments-page-ad></shreddit-app>',
    ),
    whole: 2,
  },
  {
    name: 'a federated community',
    html: page(
      '<title>Who is the pilot? - Boats</title>',
      '<div id="app"><main role="main"><div class="post-listing"><h1>Who is the pilot?</h1><div class="md-div"><p>OPEN_a ~</p><details><summary>SPOIL_label</summary><p>SPOIL_det ~</p></details><p>OPEN_b ~</p></div></div></main></div>',
    ),
  },
  {
    name: 'a question and answer site',
    html: page(
      '<title>tv - Why did the lamp go out? - Screens Exchange</title>',
      '<div id="content"><div id="mainbar"><div id="question"><div class="s-prose js-post-body"><p>OPEN_q ~</p><blockquote class="spoiler" data-spoiler="Reveal spoiler"><p>SPOIL_q ~</p></blockquote></div></div><div id="answers"><div class="answer"><div class="s-prose"><p>OPEN_a ~</p><blockquote class="spoiler"><p>SPOIL_a ~</p></blockquote></div></div></div></div><div id="sidebar"><p>FURN_side ~</p></div></div>',
    ),
  },
  {
    name: 'an encyclopedia article of a season',
    html: page(
      '<title>Harbor Lights season 1 - Wikipedia</title>',
      '<main class="mw-body"><h1 id="firstHeading"><i>Harbor Lights</i> season 1</h1><div id="siteSub">FURN_sub</div><div class="mw-parser-output"><table class="infobox"><tr><th>FURN_info</th></tr></table><p>OPEN_lead ~</p><h2>Episodes</h2><table class="wikitable wikiepisodetable"><tr><th>No.<br>overall</th><th>No. in<br>season</th><th>Title</th></tr><tr class="vevent"><th>1</th><td>1</td><td class="summary">"<a href="/x">Corps</a>"</td></tr><tr class="expand-child"><td class="description" colspan="3"><div>SPOIL_one ~</div></td></tr><tr class="vevent"><th>2</th><td>2</td><td class="summary">"Range of Motion"</td></tr><tr class="expand-child"><td class="description" colspan="3"><div>SPOIL_two ~</div></td></tr></table><h2>Reception<span class="mw-editsection">FURN_edit</span></h2><p>SPOIL_rec ~</p></div></main>',
    ),
    whole: 4,
    opens: { SPOIL_one: 1, SPOIL_two: 2 },
  },
  {
    name: 'an encyclopedia table without a list of titles that agree',
    html: page(
      '<title>Harbor Lights episodes</title>',
      '<main><h1>Harbor Lights episodes</h1><table><tr><th>No.</th><th>Title</th><th>Summary</th></tr><tr><td>1</td><td>"A Different Name"</td><td>SPOIL_one ~</td></tr><tr><td>2</td><td>"Corps"</td><td>SPOIL_two ~</td></tr></table><p>OPEN_a ~</p></main>',
    ),
  },
  {
    name: 'a fan wiki with tabs',
    html: page(
      '<title>Ana Quill | Harbor Lights Wiki | Fandom</title>',
      '<div class="page"><main class="page__main"><div class="page-header"><h1 class="page-header__title">Ana Quill</h1></div><div class="mw-parser-output"><aside class="portable-infobox"><div>FURN_box</div></aside><p>OPEN_a ~</p><div class="tabber wds-tabber"><div class="wds-tab__content wds-is-current"><p>SPOIL_tab1 ~</p></div><div class="wds-tab__content" style="display:none"><p>SPOIL_tab2 ~</p></div></div><h2><span class="mw-headline">Season 2</span></h2><p>SPOIL_s2 ~</p></div></main></div>',
    ),
  },
  {
    name: 'a trope list',
    html: page(
      '<title>Harbor Lights (Series) - Tropes</title>',
      '<div id="main-article" class="article-content"><p>OPEN_a ~</p><ul><li>Dead All Along: <span class="spoiler" title="you can set spoilers visible">SPOIL_x</span> was.</li><li>Cliffhanger: ~ OPEN_b</li></ul><div class="folderlabel" onclick="togglefolder(0)">Folder</div><div id="folder0" class="folder" isfolder="true" style="display:none;"><ul><li>SPOIL_folder ~</li></ul></div></div>',
    ),
  },
  {
    name: 'a database of reviews',
    html: page(
      '<title>Harbor Lights (TV Series 2020) - User reviews</title>',
      '<main><h1>User reviews</h1><article class="user-review"><div class="ipc-title">OPEN_title good</div><div class="ipc-overflowText"><div class="ipc-html-content-inner-div">OPEN_rev ~</div></div></article><article class="user-review"><button class="review-spoiler-button">FURN_spbtn</button><div class="ipc-overflowText" data-testid="spoiler-content"><div>SPOIL_rev ~</div></div></article></main>',
    ),
  },
  {
    name: 'a page builder of nested divs',
    html: page(
      '<title>Harbor Lights 2x02 recap</title>',
      '<div class="elementor"><section class="elementor-section"><div class="elementor-widget elementor-widget-heading"><h1>Harbor Lights 2x02 recap</h1></div><div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>OPEN_a ~</p></div></div><div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">SPOIL_loose ~</div></div><div class="elementor-widget elementor-widget-toggle"><div class="elementor-toggle-item"><div class="elementor-tab-title"><a>OPEN_toggle</a></div><div class="elementor-tab-content elementor-clearfix" style="display:none"><p>SPOIL_tog ~</p></div></div></div><div class="elementor-widget elementor-widget-share-buttons"><div>FURN_share</div></div></section></div>',
    ),
    whole: 6,
  },
  {
    name: 'a page of line breaks and bold lines',
    html: page(
      '<title>Harbor Lights guide</title>',
      '<center><font size="+2">OPEN_head of the page</font></center><p>OPEN_intro ~<br><br><b>Season 1, Episode 1 - "Corps"</b><br>SPOIL_one ~<br><br>SPOIL_one_more ~<br><br><b>Season 1, Episode 2</b><br>SPOIL_two ~<br><br><b>My verdict</b><br>SPOIL_verdict ~</p>',
      'bgcolor="white"',
    ),
    opens: { SPOIL_one: 1, SPOIL_one_more: 1, SPOIL_two: 2 },
  },
  {
    name: 'a page laid out in tables',
    html: page(
      '<title>The lighthouse keeper</title>',
      '<table width="100%"><tr><td width="150"><a href="/1">FURN_one</a><br><a href="/2">FURN_two</a><br><a href="/3">FURN_three</a></td><td><table><tr><td><h1>The lighthouse keeper</h1><p>OPEN_a ~</p><p>SPOIL_b ~</p></td></tr></table></td></tr></table>',
    ),
  },
  {
    name: 'an accelerated mobile page',
    html: page(
      '<title>Harbor Lights finale recap</title>',
      '<amp-sidebar id="s"><ul><li>FURN_menu</li></ul></amp-sidebar><article><h1>Harbor Lights finale recap</h1><p>OPEN_a ~</p><amp-accordion><section><h4>OPEN_who was it</h4><div><p>SPOIL_acc ~</p></div></section></amp-accordion><amp-ad>FURN_ad</amp-ad><p>SPOIL_b ~</p></article>',
    ),
  },
  {
    name: 'a blog in German',
    html: page(
      '<title>Harbor Lights: Staffel 1, Folge 2 – Kritik</title><meta name="author" content="Von Edda Vane">',
      '<article><h1>Harbor Lights: Staffel 1, Folge 2 – Kritik</h1><p>OPEN_a ~</p><p>Achtung, Spoiler!</p><p>SPOIL_b ~</p></article><section id="kommentare" class="comments"><p>FURN_com ~</p></section>',
    ),
    whole: 2,
  },
  {
    name: 'a blog in Japanese',
    html: page(
      '<title>Harbor Lights 第2話 感想 - ブログ</title>',
      '<article class="entry"><header class="entry-header"><h1 class="entry-title">Harbor Lights 第2話 感想</h1></header><div class="entry-content"><p>OPEN_a ~</p><p>※ネタバレあり</p><p>SPOIL_b ~</p></div></article>',
    ),
    // of either season: the later one counts
    whole: 6,
  },
  {
    name: 'a live blog with the latest first',
    html: page(
      '<title>Harbor Lights season finale: live</title>',
      '<main><h1>Harbor Lights season finale: live</h1><div class="liveblog"><div class="liveblog-entry"><time>21:59</time><h2>OPEN_over</h2><p>SPOIL_end ~</p></div><div class="liveblog-entry"><time>21:00</time><p>SPOIL_begin ~</p></div></div></main>',
    ),
  },
  {
    name: 'a page of questions that fold',
    html: page(
      '<title>Harbor Lights ending explained</title>',
      '<main><h1>Harbor Lights ending explained</h1><p>OPEN_a ~</p><div class="faq-item"><h3 class="faq-question" aria-controls="a1" aria-expanded="false">OPEN_q Who lit the lamp?</h3><div class="faq-answer" id="a1"><p>SPOIL_ans ~</p></div></div></main>',
    ),
  },
  {
    name: 'text in the color of its ground',
    html: page(
      '<title>Notes</title><style>.ink{color:#111;background-color:#111} @media screen{.fog{filter:blur(6px)}} #gone{opacity:0}</style>',
      '<div><p>OPEN_a ~</p><p><span class="ink">SPOIL_ink</span> did.</p><p class="fog">SPOIL_fog ~</p><p><font color="white">SPOIL_white</font> and</p><div id="gone"><p>SPOIL_gone ~</p></div><p>Then <span style="color:transparent">SPOIL_clear</span>.</p></div>',
    ),
  },
  {
    name: 'a checkbox that reveals',
    html: page(
      '<title>Notes</title><style>.rv ~ .txt, .rv:not(:checked) + .txt {display: none}</style>',
      '<article><p>OPEN_a ~</p><label for="c">Show</label><input class="rv" type="checkbox" id="c"><div class="txt"><p>SPOIL_rv ~</p></div><p>OPEN_b ~</p></article>',
    ),
  },
  {
    name: 'sections by code, then a preview',
    html: page(
      '<title>Harbor Lights: the season so far</title>',
      '<article><h1>Harbor Lights: the season so far</h1><p>OPEN_a ~</p><h2>S1.E1 ∙ Corps</h2><p>SPOIL_one ~</p><h3>The pier</h3><p>SPOIL_pier ~</p><h2>S1.E2 ∙ Range of Motion</h2><p>SPOIL_two ~ In S02E03 we learn why SPOIL_ahead.</p><p>SPOIL_two_b ~</p><h2>What happens next</h2><p>SPOIL_next ~</p></article>',
    ),
    opens: { SPOIL_one: 1, SPOIL_pier: 1, SPOIL_two: 7, SPOIL_ahead: 7, SPOIL_two_b: 2 },
  },
  {
    name: 'headings that look beyond their episode',
    html: page(
      '<title>Harbor Lights, looked at</title>',
      '<article><h1>Harbor Lights, looked at</h1><p>OPEN_a ~</p><h2>S01E01 and how it sets up the finale</h2><p>SPOIL_x ~</p><h2>Why S01E02 matters</h2><p>SPOIL_y ~</p><h2>S01E01 vs S01E04</h2><p>SPOIL_z ~</p><h2>Episode 1: Ballast</h2><p>SPOIL_w ~</p></article>',
    ),
  },
  {
    name: 'a definition list',
    html: page(
      '<title>All hours in short</title>',
      '<main><p>OPEN_a ~</p><dl><dt>1x01</dt><dd>SPOIL_one ~</dd><dt>1x02</dt><dd>SPOIL_two ~</dd><dt>Cast</dt><dd>SPOIL_cast ~</dd></dl></main>',
    ),
    opens: { SPOIL_one: 1, SPOIL_two: 2 },
  },
  {
    name: 'data for machines that names the episode',
    html: page(
      '<title>The rope</title><script type="application/ld+json">{"@type":"Review","itemReviewed":{"@type":"TVEpisode","episodeNumber":"2","partOfSeason":{"@type":"TVSeason","seasonNumber":1}}}</script>',
      '<article><h1>The rope</h1><p>SPOIL_a ~</p></article>',
    ),
    whole: 2,
  },
  {
    name: 'an address that names the episode',
    html: page(
      '<title>The rope</title><link rel="canonical" href="https://site.example/tv/harbor-lights-season-1-episode-3-recap-the-rope/">',
      '<article><h1>The rope</h1><p>SPOIL_a ~</p></article>',
    ),
    whole: 3,
  },
  {
    name: 'a title and an address that disagree',
    html: page(
      '<title>Harbor Lights 1x01 recap</title><link rel="canonical" href="https://site.example/harbor-lights-2x01">',
      '<article><h1>Harbor Lights 1x01 recap</h1><p>SPOIL_a ~</p></article>',
    ),
    whole: 5,
  },
  {
    name: 'a warning for more than the title says',
    html: page(
      '<title>Harbor Lights S1E2 review</title>',
      '<article><h1>Harbor Lights S1E2 review</h1><p>OPEN_a ~</p><p><em>Warning: this review contains spoilers for season 2.</em></p><p>SPOIL_a ~</p></article>',
    ),
  },
  {
    name: 'a document exported from a word processor',
    html: page(
      '<title>Untitled</title><style>.c1{font-weight:700}.c2{color:#000000}</style>',
      '<p class="c0"><span class="c2">OPEN_a ~</span></p><p class="c0"><span class="c1">Not bold in HTML</span></p><p><b><span lang="EN">S01E01</span></b></p><p class="MsoNormal"><span>SPOIL_one ~</span></p><p><b>S01E02</b></p><p class="MsoNormal">SPOIL_two ~</p>',
      'class="doc-content"',
    ),
    opens: { SPOIL_one: 1, SPOIL_two: 2 },
  },
  {
    name: 'marks in other letters and places',
    html: page(
      '<title>Board</title>',
      '<div><p>OPEN_a ~ || bar</p><p>So [SPOILER]SPOIL_tag[/SPOILER] and [spoiler=who]SPOIL_named[/spoiler].</p><p>[hide]SPOIL_hide ~</p><p>SPOIL_on ~[/hide]</p><p>A %%SPOIL_note%% and ||SPOIL_bars <b>SPOIL_bold</b>|| here.</p><P CLASS="x SPOILER">SPOIL_caps ~</P><p>Reddit had <a href="#s" title="SPOIL_attr dies">him</a> once.</p></div>',
    ),
  },
  {
    name: 'tags that are misnested and never closed',
    html: page(
      '<title>Broken</title>',
      '<article><p>OPEN_a ~<div class="spoiler"><b>SPOIL_a ~<p>SPOIL_b ~</b><i>SPOIL_c ~</div>SPOIL_d ~<p>OPEN_b ~<table><tr><td>SPOIL_cell<p>OPEN_c ~',
    ),
  },
  {
    name: 'a gallery with captions',
    html: page(
      '<title>Every death, ranked</title>',
      '<main><h1>Every death, ranked</h1><p>OPEN_a ~</p><figure><img src="x.jpg" alt="FURN_alt"><figcaption>SPOIL_cap of the pilot</figcaption></figure><ol><li><h2>SPOIL_name</h2><p>SPOIL_li ~</p></li></ol><div class="related-content"><h3>FURN_rel</h3><p>FURN_rel_b ~</p></div></main>',
    ),
  },
];
