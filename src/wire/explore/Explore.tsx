import type { ReactElement } from 'react';
import type { Explore as ExploreData } from '../../core/wire';
import { Pkce } from './Pkce';
import { Saml } from './Saml';
import { Scopes } from './Scopes';
import { Token } from './Token';

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
