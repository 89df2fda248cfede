/** @types/selenium-webdriver declares these modules without the file name that Node needs. */
declare module 'selenium-webdriver/http/index.js' {
  import * as http from 'selenium-webdriver/http';
  export default http;
}

declare module 'selenium-webdriver/remote/index.js' {
  import * as remote from 'selenium-webdriver/remote';
  export default remote;
}
