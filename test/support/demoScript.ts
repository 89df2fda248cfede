/**
 * The texts of the demo, stop by stop and in reading order, as its author published them. Kept apart from the scenes, so
 * that a mistake there is found.
 */
export const TITLE = 'Live Demo — OAuth MCP Wrapper for Tavily';
export const FOOTER = 'Interactive demo: per-user OAuth in front of a shared-key MCP — source · talk slides';
export const TOPIC = 'tavily MCP | OAuth 2.0 + PKCE';
export const HINT = '← p / n → · Space / Click';
export const END_HINT = 'Demo complete! ← p to go back';
export const LINKS = {
  source: 'https://github.com/gabrielkoo/tavily-oauth-mcp-wrapper',
  'talk slides': 'https://the-quantum-nargle.github.io/agentcon-2026-hk-slides/',
};

/** Position of each scene's first stop. */
export const SCENE_STARTS = [0, 2, 3, 4, 5];
export const STOP_COUNT = 12;
export const LAST_STOP = STOP_COUNT - 1;

/** Hash of each stop. */
export const STOP_HASHES = [
  '#/agent',
  '#/agent/1',
  '#/cognito',
  '#/sso',
  '#/callback',
  ...['', '/1', '/2', '/3', '/4', '/5', '/6'].map((step) => `#/comparison${step}`),
];

const WINDOW = 'Terminal — ai coding agent — ~/project';
const QUERY = '"query": "what is the model context protocol"';
const PAGE_URL = '"url": "https://www.databricks.com/blog/what-is-model-context-protocol"';

/** The texts that each stop adds. */
export const STOP_TEXTS: readonly (readonly string[])[] = [
  [
    WINDOW,
    '~/project $',
    'agent',
    'ai-coding-agent v1.0.40',
    'Model: a-random-sota-model via LLM Gateway',
    'MCP Servers:',
    '✓ notion (remote — OAuth)',
    '✓ github (remote — OAuth)',
    '● tavily (remote — OAuth) — Not authenticated',
    'You:',
    'Use the tavily MCP to search "what is the model context protocol"',
  ],
  [
    'Agent:',
    "I'll run that search for you.",
    'tool',
    'search',
    QUERY,
    'mcp',
    'tavily requires authentication',
    'Server returned: 401 Unauthorized — Bearer token required',
    'Agent:',
    'The tavily MCP server requires OAuth authentication.',
    'Opening browser for SSO login...',
    'Waiting for OAuth callback on localhost:9876...',
  ],
  [
    'auth.example.com/login?client_id=tavily-mcp&response_type=code&redirect_uri=http://localhost:9876/callback',
    'Tavily MCP Wrapper',
    'Sign in to continue to MCP Authorization',
    '● AWS',
    'Amazon Cognito Hosted UI',
    'Email',
    'name@example.com',
    'Password',
    'Enter password',
    'Sign In',
    'or',
    'Login with Company SSO Account',
    'Click "Login with Company SSO" ↓',
    'Protected by Amazon Cognito · Privacy · Terms',
    'OAuth 2.0 + PKCE · redirect_uri=http://localhost:9876/callback',
  ],
  [
    'sso.example.com/app/tavily-mcp/sso/saml',
    'Example Corp',
    'Company Single Sign-On',
    'SAML 2.0 · Federated Identity',
    '🔒 Signing in to: tavily-mcp.example.com',
    'Username',
    'dev@example.com',
    'Password',
    'Remember this device',
    'Forgot password?',
    'Verify & Continue',
    'Click "Verify & Continue" ↓',
    'Secured by O*ta Identity Cloud',
  ],
  [
    'localhost:9876/callback?code=aBcDe12345&state=pkce_xyz',
    'Authorization Successful',
    'OAuth 2.0 token received via PKCE flow',
    'User',
    'dev@example.com',
    'Identity Provider',
    'O*ta SAML → Amazon Cognito',
    'Access Token',
    'eyJhbG...Rk4x 🔒',
    'Token Type',
    'Bearer (JWT)',
    'Expires In',
    '3600s',
    'Scopes',
    'openid',
    'tavily-mcp/search',
    '✅ Token sent to AI Coding Agent on localhost:9876. You can close this browser tab.',
  ],
  [
    WINDOW,
    '... (OAuth flow completed in browser)',
    'oauth',
    '✓ Token received from Cognito',
    'User: dev@example.com',
    'Scopes: openid, tavily-mcp/search',
    'Expires: 3600s',
    'MCP Servers:',
    '✓ notion (remote — OAuth)',
    '✓ github (remote — OAuth)',
    '✓ tavily (remote — OAuth) — Authenticated as dev',
    'Agent:',
    "Great, I'm now authenticated. Let me run that search.",
  ],
  [
    'tool',
    'search',
    '// params',
    QUERY,
    '// output',
    '"answer": "The Model Context Protocol (MCP) is an open standard that lets AI models connect to external tools and data ' +
      'sources through a uniform interface."',
    '"results":',
    '"title": "What is the Model Context Protocol?"',
    PAGE_URL,
    '200',
    '✓ Returned for dev@example.com (JWT validated)',
  ],
  [
    'Agent:',
    "Here's what I found:",
    'MCP is an open standard for connecting AI models to external tools and data through a uniform interface.',
    'You:',
    'Now use tavily to extract the full text of that page',
  ],
  [
    'Agent:',
    "I'll try the extract tool.",
    'tool',
    'extract',
    '// params',
    PAGE_URL,
    '// output',
    '"error": "forbidden"',
    '"message": "dev@example.com does not have scope \'tavily-mcp/extract\'"',
    '"required_scope": "tavily-mcp/extract"',
    '"user_scopes":',
    '"openid"',
    '"tavily-mcp/search"',
    '"status": 403',
    '403',
    '✗ Forbidden — missing required scope',
  ],
  [
    'Agent:',
    'Access denied. Your token only grants tavily-mcp/search.',
    "The extract tool requires tavily-mcp/extract, which your role doesn't include.",
    'This is OAuth working as intended:',
    'The AI agent can only call the tools your scopes allow. No more, no less.',
  ],
  [
    '⚠ Meanwhile, in the shared-API-key timeline...',
    '💀 The "Old Way" — hardcoded credentials',
    "Shared API key baked into every developer's mcp.json",
    'Every call shares one identity — no per-user scope, no tool boundaries',
    'Audit log says "api-key-prod" — who actually made the call?',
    'Someone leaves? Rotate key → break everyone',
    'Key leaked in a repo? Full access until someone notices',
    '// .mcp.json — the nightmare version',
    '"type": "stdio"',
    '"command": "npx"',
    '"args": ["tavily-mcp"]',
    '"TAVILY_API_KEY": "tvly-SHARED-KEY-everyone-has-this"',
    '💀 on every laptop',
  ],
  [
    '✓ With OAuth MCP',
    '// .mcp.json — the OAuth version',
    '"type": "http"',
    '"url": "https://<your-api>.execute-api.us-east-1.amazonaws.com/mcp"',
    "That's it. No secrets. OAuth handles auth per-user.",
    'Per-user identity — audit says exactly who',
    'Scoped access — only what your role allows',
    'Revoke one user — everyone else keeps working',
    'No secrets in config — nothing to leak',
    'SSO integration — same login as everything else',
    '"If you can\'t do it in the UI, the agent can\'t do it via MCP"',
  ],
];

/** 0-based scene of a stop. */
export function sceneIndexOf(stop: number): number {
  return SCENE_STARTS.findLastIndex((start) => start <= stop);
}
