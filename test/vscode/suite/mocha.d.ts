/// <reference types="mocha" />

/** The browser build of mocha sets the globals `Mocha` and `mocha`. */
declare module 'mocha/mocha';
