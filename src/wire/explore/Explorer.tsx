import type { ReactElement } from 'react';
import type { Explore as ExploreData } from '../../core/wire';
import { Pkce } from './PkceExplorer';
import { Saml } from './SamlExplorer';
import { Scopes } from './ScopesExplorer';
import { Token } from './TokenExplorer';

/** Something to try out, by its type. */
export function Explore({ explore }: { readonly explore: ExploreData }): ReactElement {
  switch (explore.type) {
    case 'pkce':
      return <Pkce verifier={explore.verifier} challenge={explore.challenge} />;
    case 'token':
      return <Token token={explore.token} />;
    case 'saml':
      return <Saml request={explore.request} xml={explore.xml} />;
    case 'scopes':
      return <Scopes granted={explore.granted} required={explore.required} />;
  }
}
