/** Words of the sign-in form that desk and console share. */
export const signInText = {
  desk: { zh: '坐席工作台', en: 'Agent desk' },
  console: { zh: '管理后台', en: 'Console' },
  email: { zh: '邮箱', en: 'Email' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  emailMissing: { zh: '请填写邮箱', en: 'Enter your email' },
  passwordMissing: { zh: '请填写密码', en: 'Enter your password' },
  tooOften: {
    zh: '尝试登录的次数太多，请过几分钟再试。',
    en: 'Too many attempts to sign in. Please try again in a few minutes.',
  },
  forgotten: {
    zh: '忘了密码？请管理员为你重新生成一个。',
    en: 'Forgot it? Ask an administrator to issue a new one.',
  },
  switchLanguage: { zh: 'English', en: '中文' },
  noServer: { zh: '暂时连不上服务器', en: 'The server cannot be reached' },
  noServerHelp: {
    zh: '写好的草稿都还在。连上以后，页面会自己打开。',
    en: 'Your drafts are safe. The page opens by itself once the server answers.',
  },
  retry: { zh: '重试', en: 'Try again' },
  code: { zh: '错误代码', en: 'Error code' },
} as const;
