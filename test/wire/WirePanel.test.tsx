// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderWirePanel, type RenderedPanel } from '../support/renderWirePanel';

let rendered: RenderedPanel | undefined;
function open(stop: number): RenderedPanel {
  rendered = renderWirePanel(stop);
  return rendered;
}
afterEach(() => {
  rendered?.close();
  rendered = undefined;
  cleanup();
  vi.unstubAllGlobals();
});

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-rung]')];
const row = (id: string): HTMLElement => rows().find((each) => each.dataset['rung'] === id)!;
const message = (): HTMLElement => screen.getByRole('region', { name: /, in full$/u });

describe('WirePanel', () => {
  it('follows the stage forwards and back', async () => {
    const { user, show, player } = open(0);
    expect(rows()).toHaveLength(2);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(player.getState().position.stop).toBe(2);
    expect(rows()).toHaveLength(13);
    expect(document.querySelectorAll('[data-lit]')).toHaveLength(4);
    await user.keyboard('{ArrowLeft}{ArrowUp}');
    expect(rows()).toHaveLength(2);
    expect(show().wire).toEqual({ message: undefined });
  });

  it('has the same markup after any walk as when opened at the stop', () => {
    const expected = Array.from({ length: 12 }, (_, stop) => {
      const { panelHtml, close } = renderWirePanel(stop);
      const html = panelHtml();
      close();
      return html;
    });
    const { player, panelHtml } = open(0);
    const walk = fc.array(fc.constantFrom('next' as const, 'prev' as const, 'nextScene' as const, 'prevScene' as const, 'last' as const), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(walk, (moves) => {
        for (const move of moves) act(() => player.press(move, 0, true));
        expect(panelHtml()).toBe(expected[player.getState().position.stop]);
      }),
      { numRuns: 8 },
    );
  });

  it('handles ↑ and ↓ only when a message has the focus', async () => {
    const { user, player } = open(1);
    expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'On the wire' }));
    await user.tab();
    while (!document.activeElement?.matches('[data-rung]')) await user.tab();
    expect(document.activeElement).toBe(row('second-initialize'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(row('resource-metadata'));
    expect(player.getState().position.stop).toBe(1);
    await user.keyboard('{ArrowRight}');
    expect(player.getState().position.stop).toBe(2);
  });

  it('opens a message by keyboard; Esc closes first the message, then the panel', async () => {
    const { user, show, player } = open(1);
    act(() => row('second-refusal').focus());
    await user.keyboard('{Enter}');
    expect(show().wire).toEqual({ message: 'second-refusal' });
    expect(within(message()).getByText('www-authenticate')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(show().wire).toEqual({ message: undefined });
    await user.keyboard('{Escape}');
    expect(show().wire).toBeUndefined();
    expect(player.getState().position.stop).toBe(1);
  });

  it('opens a message by mouse and leaves the next key to the stage', async () => {
    const { user, show, player } = open(4);
    await user.click(row('token'));
    expect(show().wire).toEqual({ message: 'token' });
    await user.click(row('tokens'));
    expect(show().wire).toEqual({ message: 'tokens' });
    await user.keyboard(' ');
    expect(player.getState().position.stop).toBe(5);
    expect(show().wire).toEqual({ message: undefined });
  });

  it('is covered when the stage is black', () => {
    const { player } = open(0);
    act(() => player.press('black'));
    expect(document.querySelector('.wire')?.getAttribute('data-curtain')).toBe('black');
  });

  it('has a transcript also when the panel is closed', () => {
    const { player } = open(0);
    act(() => player.press('wire'));
    expect(document.querySelector('.wire')).toBeNull();
    expect(document.querySelector('[data-wire-transcript]')?.textContent).toContain(
      'Agent → MCP server: POST /mcp initialize (as deployed)\n',
    );
  });
});

describe('MessageView', () => {
  const openMessage = (stop: number, id: string): HTMLElement => {
    const { player } = open(stop);
    act(() => player.dispatch({ type: 'message', id, at: 0 }));
    return message();
  };

  it('shows the start line, a line for each parameter, the mark and clarifications', () => {
    const view = openMessage(2, 'authorize');
    expect(view.textContent).toContain('GET https://auth.example.com/oauth2/authorize');
    expect([...view.querySelectorAll('.form dt')].map((each) => each.textContent)).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
      'scope',
      'state',
      'code_challenge',
      'code_challenge_method',
      'resource',
    ]);
    expect(view.textContent).toContain('AWS This is how the vendor’s service behaves.');
    expect(view.textContent).toContain('Screen saysclient_id=tavily-mcpWire saysCognito generates client ids: client_id=1example23456789.');
  });

  it('marks secrets as demo values and shortens them until they are expanded', async () => {
    const view = openMessage(4, 'tokens');
    const secret = view.querySelector('mark');
    expect(secret?.textContent).toMatch(/^eyJhbG.*…\w*Rk4x all 888 characters$/u);
    expect(secret?.parentElement?.textContent).toContain('demo value');
    await rendered!.user.click(within(view).getByRole('button', { name: 'all 888 characters' }));
    expect(secret?.textContent?.split(' ')[0]).toHaveLength(888);
  });

  it('copies the message as text and as a curl command', async () => {
    const view = openMessage(4, 'token');
    await rendered!.user.click(within(view).getByRole('button', { name: 'Copy as curl' }));
    expect(await navigator.clipboard.readText()).toContain(
      "curl 'https://auth.example.com/oauth2/token' \\\n  --data-urlencode 'grant_type=authorization_code'",
    );
    await waitFor(() => expect(view.textContent).toContain('✓ copied'));
    await rendered!.user.click(within(view).getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toMatch(
      /^POST https:\/\/auth\.example\.com\/oauth2\/token\nContent-Type: .*\n\ngrant_type=/u,
    );
  });
});

describe('Explorer', () => {
  const explore = (stop: number, id: string): HTMLElement => {
    const { player } = open(stop);
    act(() => player.dispatch({ type: 'message', id, at: 0 }));
    return document.querySelector<HTMLElement>('.explore')!;
  };

  it('PKCE: reports a changed verifier, and keys typed in the field do not reach the stage', async () => {
    const pkce = explore(4, 'token');
    await waitFor(() => expect(pkce.textContent).toContain('✓ They are equal'));
    const { user, player } = rendered!;
    await user.click(within(pkce).getByRole('button', { name: 'Change one character' }));
    await waitFor(() => expect(pkce.textContent).toContain('✗ They differ'));
    await user.click(within(pkce).getByRole('button', { name: 'Put it back' }));
    await waitFor(() => expect(pkce.textContent).toContain('✓ They are equal'));
    await user.type(within(pkce).getByRole('textbox'), 'nx ');
    await waitFor(() => expect(pkce.textContent).toContain('✗ They differ'));
    expect(player.getState().position.stop).toBe(4);
  });

  it('PKCE: shows the values of the build without Web Crypto', async () => {
    vi.stubGlobal('crypto', {});
    const pkce = explore(4, 'token');
    await waitFor(() => expect(pkce.textContent).toContain('the browser offers no Web Crypto'));
    expect(within(pkce).queryByRole('textbox')).toBeNull();
    expect(pkce.textContent).toContain('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(pkce.textContent).toContain('✓ They are equal');
  });

  it('token: shows claims, times in words and the demo signature', () => {
    const token = explore(4, 'tokens');
    expect(token.textContent).toContain('exp1767229200 1 January 2026, 01:00:00 UTC');
    expect(token.textContent).toContain('It lasts 1 hour: exp is 3600 seconds after iat. That is over.');
    expect(token.textContent).toContain(
      'Not one, and it says so: its 60 bytes read “DEMO---ONLY--NOT-A-SIGNATURE--NOT-A-SECRET--EXPIRED--SEE-FN1”.',
    );
  });

  it('SAML: shows the XML of the request', () => {
    const saml = explore(3, 'idp');
    expect(saml.textContent).toContain('<saml2p:AuthnRequest');
    expect(saml.textContent).toContain('Destination="https://sso.example.com/app/tavily-mcp/sso/saml"');
  });

  it('scopes: shows missing scopes and updates when one is granted', async () => {
    const scopes = explore(8, 'extract-call');
    expect(scopes.textContent).toContain('{ }✗ Missing: tavily-mcp/extract. The call stops here.');
    await rendered!.user.click(within(scopes).getByRole('button', { name: 'tavily-mcp/extract' }));
    expect(scopes.textContent).toContain('{ tavily-mcp/extract }✓ Everything required is granted');
  });
});
