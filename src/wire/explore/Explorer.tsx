import type { ReactElement } from 'react';
import type { Explorable } from '../../core/wire';
import { PkceExplorer } from './PkceExplorer';
import { SamlExplorer } from './SamlExplorer';
import { ScopesExplorer } from './ScopesExplorer';
import { TokenExplorer } from './TokenExplorer';

export function Explorer({ explore }: { readonly explore: Explorable }): ReactElement {
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
