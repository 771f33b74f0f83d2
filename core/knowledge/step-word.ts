/** How a sentence begins that is a step in an order. */
export const stepWord =
  /^(?:第[一二三四五六七八九十\d]+步[，,：:、\s]*|(?:首先|然后|接着|再然后|之后|最后|其次|先|再)[，,：:\s]*|[\d一二三四五六七八九][.)、）]\s*|(?:first|second|third|then|next|after that|finally|lastly|step \d+)[,:\s]+)/iu;
