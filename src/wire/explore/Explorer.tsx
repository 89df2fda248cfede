import type { ReactElement } from 'react';
import type { Explorable as ExploreData } from '../../core/wire';
import { PkceExplorer } from './PkceExplorer';
import { SamlExplorer } from './SamlExplorer';
import { ScopesExplorer } from './ScopesExplorer';
import { TokenExplorer } from './TokenExplorer';

/** Something to try out, by its type. */
export function Explorer({ explore }: { readonly explore: ExploreData }): ReactElement {
  switch (explore.type) {
    case 'pkce':
      return <PkceExplorer verifier={explore.verifier} challenge={explore.challenge} />;
    case 'token':
      return <TokenExplorer token={explore.token} />;
    case 'saml':
      return <SamlExplorer request={explore.request} xml={explore.xml} />;
    case 'scopes':
      return <ScopesExplorer granted={explore.granted} required={explore.required} />;
  }
}
