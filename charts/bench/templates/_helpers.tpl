{{- define "bench.labels" -}}
app.kubernetes.io/name: bench
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: uruimi
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
uruimi.dev/engine: bench
uruimi.dev/plan: {{ .Values.store.plan | quote }}
{{- with .Values.store.id }}
uruimi.dev/store-id: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* selector: (list . "shop") */ -}}
{{- define "bench.selector" -}}
app.kubernetes.io/name: bench
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- /* podLabels: (list . "shop") */ -}}
{{- define "bench.podLabels" -}}
{{ include "bench.selector" . }}
app.kubernetes.io/part-of: uruimi
uruimi.dev/engine: bench
{{- with (index . 0).Values.store.id }}
uruimi.dev/store-id: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* Simulated nodes only; where they are missing, no pod ever runs for real. */ -}}
{{- define "bench.placement" -}}
nodeSelector:
  type: kwok
  {{- if eq .Values.break "unschedulable" }}
  uruimi.dev/broken: on-purpose
  {{- end }}
tolerations: [{key: kwok.x-k8s.io/node, operator: Exists, effect: NoSchedule}]
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "bench.container" -}}
image: {{ .Values.image }}
imagePullPolicy: IfNotPresent
resources:
  requests: {cpu: 10m, memory: {{ eq .Values.break "quota" | ternary "64Gi" "16Mi" }}}
  limits: {memory: {{ eq .Values.break "quota" | ternary "64Gi" "32Mi" }}}
securityContext:
  readOnlyRootFilesystem: true
  {{- if eq .Values.break "admission" }}
  privileged: true
  {{- else }}
  allowPrivilegeEscalation: false
  capabilities: {drop: [ALL]}
  {{- end }}
{{- end }}
