import type { Phrases } from '../translate.ts';

/** What `--help` says: headings, commands, options, and where values come from. */
export const helpPhrases: Phrases = {
  '{platform} for AI assistants, over the Model Context Protocol': '通过 Model Context Protocol 让 AI 助手使用 {platform}',
  '[command] [options]': '[命令] [选项]',
  Usage: '用法',
  Commands: '命令',
  Options: '选项',
  'Options of single commands': '个别命令的选项',
  Credentials: '凭据',
  'Where values come from': '值的来源',
  'Clients for config': 'config 的客户端',
  'Exit codes': '退出码',
  'Each may also come from a file ({file}) or a command that prints it ({command}); otherwise from the keychain or the encrypted file that `auth login` writes.':
    '也可来自文件（{file}）或打印它的命令（{command}）；否则来自 `auth login` 写入的钥匙串或加密文件。',
  'An option, else its variable, else {path}': '先看选项，再看其环境变量，最后看 {path}',
  'with the names of the options as keys:': '以选项名为键：',
  'Variables stand beside the options above.': '环境变量见上面各选项。',
  done: '完成',
  'it did not succeed': '未成功',
  'the command line, a variable or the config file is wrong': '命令行、环境变量或配置文件有误',
  'stopped by you': '由您停止',
  default: '默认',
  or: '或',

  'Serve MCP on standard input and output, or over HTTP with --http (the default command)':
    '在标准输入输出上提供 MCP 服务，加 --http 则通过 HTTP（默认命令）',
  'Log in and tell your AI programs about this server, step by step': '逐步登录，并在您的 AI 程序中设置本服务',
  'Set, check or remove the login': '设置、检查或删除登录',
  'Show what is configured and from where, and whether it works': '显示各项配置及其来源，以及是否正常',
  'Print what a client needs to start this server, or write it with --write':
    '显示客户端启动本服务所需的内容，加 --write 则写入',
  'List the tools that are served, and what they cost with --tokens': '列出所提供的工具，加 --tokens 显示其开销',
  'Call one tool from the terminal; - reads the JSON from standard input': '在终端中调用一个工具；- 表示从标准输入读取 JSON',
  'Show how large the local copy of rides is, or drop it': '显示本机骑行副本的大小，或将其删除',

  'Tools to list: core ({toolsets}), all, or names with commas': '要列出的工具：core（{toolsets}）、all，或以逗号分隔的名称',
  'Single tools to list besides them': '另外列出的单个工具',
  'Single tools to leave out': '不列出的单个工具',
  'List no tool that changes anything': '不列出任何会作更改的工具',
  'What may be deleted; with none, delete tools do not exist': '可以删除的内容；none 时没有删除工具',
  'Which changes a person confirms first; visible: those that others see': '哪些更改须先由人确认；visible：他人可见的更改',
  'What is logged on standard error': '在标准错误上记录的内容',
  'Use a made-up athlete instead of an account': '使用虚构的骑手而非账户',
  'Where files are read from and saved to; none: no folder': '读取和保存文件的文件夹；none：不用文件夹',
  'Serve over HTTP instead of stdio': '通过 HTTP 而非 stdio 提供服务',
  'Address to serve on': '服务地址',
  'Port to serve on': '服务端口',
  'Path of the endpoint': '端点路径',
  'Host names that the server may be called by': '允许用来访问本服务的主机名',
  'Host names of web pages that may call it': '允许调用本服务的网页主机名',
  'No token, on this machine only: for conformance tests': '不用令牌，仅限本机：用于一致性测试',
  'Print JSON': '输出 JSON',
  'Show what each tool costs in the list': '显示每个工具在列表中的开销',
  'Agree to what is asked': '同意所有询问',
  "Write it into the client's file instead of printing": '写入客户端的文件而非显示',
  'Let the client start this copy, not the published one': '让客户端启动本机的这一份，而非已发布的版本',
  'Where to keep a credential': '凭据的保存位置',
  'Show this help': '显示本帮助',
  'Show the version': '显示版本',
  'Where the account lives: cn (default) or intl. Accounts of the two are separate':
    '账户所在区域：cn（默认）或 intl。两者的账户互不相通',
  'Another address of the service, for a sandbox: {url}': '服务的其他地址，用于沙盒：{url}',
  'Allow --base-url to name a host that is not this machine; it receives the login':
    '允许 --base-url 指向非本机的主机；它会收到登录信息',
  "China only: auto (default), off, module (the web app's own signing code), key (IGPSPORT_SIGNING_KEY)":
    '仅限中国区：auto（默认）、off、module（网页应用自身的签名代码）、key（IGPSPORT_SIGNING_KEY）',
  'SHA-256 of a newer signing module that you trust, 64 hexadecimal digits':
    '您信任的较新签名模块的 SHA-256，64 位十六进制数字',
  'Version of the web app to send along, such as {version}': '随请求发送的网页应用版本，例如 {version}',
  'PEM file with certificates to trust besides the usual ones': '含额外信任证书的 PEM 文件',
  'Folder for downloaded rides': '存放已下载骑行的文件夹',
  'FTP in watts, instead of the one in the iGPSport profile: {example}': '以瓦特为单位的 FTP，代替 iGPSport 资料中的值：{example}',
  'Threshold heart rate in bpm, instead of the one in the iGPSport profile: {example}':
    '以次/分为单位的阈值心率，代替 iGPSport 资料中的值：{example}',
  'Language of notes and labels: zh or en (default: that of the system)': '说明和标签的语言：zh 或 en（默认：系统语言）',
};
