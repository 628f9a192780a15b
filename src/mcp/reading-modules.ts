/**
 * Imports what reads recaps. The server does so right after its first answer, so that it greets its client sooner, and
 * imports everything at once: if recap is upgraded while the server runs, its files are gone, or are of another version.
 *
 * @returns what the tools and resources use of it
 */
export async function importReadingModules() {
  const [
    { findRecap },
    { openPeople, personJson },
    { openPreviously },
    { hitJson, searchLibrary },
    { ViewLoader },
    { askFor },
    { parseQuery },
    { gistOf },
    { listing },
    { markdownOf },
  ] = await Promise.all([
    import('../app/find-recap.ts'),
    import('../app/people.ts'),
    import('../app/previously.ts'),
    import('../app/search-library.ts'),
    import('../app/view-loader.ts'),
    import('../people/ask-for.ts'),
    import('../search/query.ts'),
    import('../veil/gist.ts'),
    import('../veil/listing.ts'),
    import('../veil/plain-marks.ts'),
    // imported by the library itself, when it first reads a show
    import('../store/library/read-contents.ts'),
    import('../store/library/read-to-open.ts'),
    import('../store/library/show-layers.ts'),
  ]);
  return {
    ViewLoader,
    askFor,
    findRecap,
    gistOf,
    hitJson,
    listing,
    markdownOf,
    openPeople,
    openPreviously,
    parseQuery,
    personJson,
    searchLibrary,
  };
}
