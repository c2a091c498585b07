{{- define "medusa.labels" -}}
app.kubernetes.io/name: medusa
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: uruimi
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
uruimi.dev/engine: medusa
uruimi.dev/plan: {{ .Values.store.plan | quote }}
{{- with .Values.store.id }}
uruimi.dev/store-id: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* Pods carry no version and no plan: a new chart must not restart a database whose pod did not change. */ -}}
{{- define "medusa.podLabels" -}}
{{ include "medusa.selector" . }}
app.kubernetes.io/part-of: uruimi
uruimi.dev/engine: medusa
{{- with (index . 0).Values.store.id }}
uruimi.dev/store-id: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* selector: (list . "shop") */ -}}
{{- define "medusa.selector" -}}
app.kubernetes.io/name: medusa
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "medusa.image" -}}
{{ .repository }}{{ if .digest }}@{{ .digest }}{{ else }}:{{ .tag }}{{ end }}
{{- end }}

{{- define "medusa.url" -}}
{{ .Values.ingress.protocol }}://{{ .Values.ingress.host }}{{ with .Values.ingress.port }}:{{ . | int }}{{ end }}
{{- end }}

{{- define "medusa.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.podSecurity.user | int }}
runAsGroup: {{ .Values.podSecurity.user | int }}
fsGroup: {{ .Values.podSecurity.user | int }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "medusa.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "medusa.placement" -}}
{{- with .Values.images.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* fromSecret: (list "ENV_NAME" "secret" "key") */ -}}
{{- define "medusa.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom: {secretKeyRef: {name: {{ index . 1 | quote }}, key: {{ index . 2 }}}}
{{- end }}
