// The browser comes from npm (@sparticuz/chromium): nothing is downloaded at install time.
module.exports = { skipDownload: true }
