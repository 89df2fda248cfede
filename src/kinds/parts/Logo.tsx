import './logo.css';

/** The tile with a site's emoji or letter. Decoration: the site's name stands beside it. */
export function Logo({ sign }: { readonly sign: string }) {
  return <span className="logo" aria-hidden="true">{sign}</span>;
}
