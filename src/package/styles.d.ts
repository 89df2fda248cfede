/** Style sheets, which views of kinds import. */
declare module '*.css' {}
